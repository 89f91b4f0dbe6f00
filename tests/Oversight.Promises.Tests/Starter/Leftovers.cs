using System.Globalization;
using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests.Starter;

/// <summary>A starter that is killed at any moment leaves nothing that the next one does not put right.</summary>
public sealed class Leftovers
{
    private const string Policy = "policy_file=$OVERSIGHT_HOME/policy-rc.d; ";

    [Fact]
    public async Task What_keeps_packages_from_starting_their_services_goes_with_the_installer_even_if_that_was_killed()
    {
        using var parts = new Parts();

        Assert.Equal("101", (await parts.Run(Policy + "(policy_put; \"$policy_file\" || echo $?)")).Out);
        Assert.Equal("gone", (await parts.Run(Policy + "[[ -e $policy_file ]] || echo gone")).Out);
        Assert.Equal("left", (await parts.Run(Policy + "(policy_put; kill -9 $BASHPID) || [[ ! -e $policy_file ]] || echo left")).Out);
        Assert.Equal("healed", (await parts.Run(Policy + "policy_heal; [[ -e $policy_file ]] || echo healed")).Out);
    }

    [Fact]
    public async Task One_that_an_installer_still_needs_or_somebody_else_made_stays()
    {
        using var parts = new Parts();

        Assert.Equal("stays", (await parts.Run(Policy + "(policy_put; (policy_heal); [[ ! -e $policy_file ]] || echo stays)")).Out);
        await File.WriteAllTextAsync(Path.Combine(parts.Home, "policy-rc.d"), "#!/bin/sh\nexit 104\n");
        Assert.Equal("exit 104", (await parts.Run(Policy + "(policy_put); policy_heal; tail -n 1 \"$policy_file\"")).Out);
    }

    [Fact]
    public async Task Two_clones_install_one_after_the_other()
    {
        using var parts = new Parts();

        Assert.Equal("begun\nquiet\nbegun\nquiet", (await parts.Run(Policy + """
            printf '#!/bin/sh\necho begun >>"$OVERSIGHT_HOME/seen"\nsleep 0.5\n[ -e "$OVERSIGHT_HOME/policy-rc.d" ] && echo quiet >>"$OVERSIGHT_HOME/seen"\n' >"$OVERSIGHT_HOME/apt-get"
            chmod +x "$OVERSIGHT_HOME/apt-get"
            PATH=$OVERSIGHT_HOME:$PATH
            sudo() { "${@:2}"; }
            install_packages something >/dev/null &
            install_packages something >/dev/null &
            wait
            cat "$OVERSIGHT_HOME/seen"
            """)).Out);
    }

    [Fact]
    public async Task A_service_whose_starter_was_killed_before_it_could_note_it_is_known_to_the_next_one_and_stopped()
    {
        using var parts = new Parts();

        var (code, _, _) = await parts.Run("""
            mkdir "$OVERSIGHT_HOME/programs"
            : >"$OVERSIGHT_HOME/programs/Oversight.Grading.dll"
            printf '#!/bin/sh\nexec sleep 300\n' >"$OVERSIGHT_HOME/programs/dotnet"
            chmod +x "$OVERSIGHT_HOME/programs/dotnet"
            remember ports grading 9
            service_program() { printf '%s/programs/Oversight.Grading.dll' "$OVERSIGHT_HOME"; }
            service_settings() { printf 'PATH=%s\n' "$OVERSIGHT_HOME/programs:$PATH"; }
            eval "noted() $(declare -f process_remember | tail -n +2)"
            process_remember() { if [[ $BASHPID == "$$" ]]; then kill -9 $$; fi; noted "$@"; }
            service_start grading
            """);
        Assert.Equal(137, code);

        var pid = (await parts.Run("for try in {1..200}; do process_of grading && break; sleep 0.05; done")).Out;
        Assert.NotEqual("", pid);
        Assert.True(Directory.Exists($"/proc/{pid}"));
        await parts.Run("services_stop");
        Assert.Equal("", (await parts.Run($"start_ticks {pid} || true; process_of grading || true")).Out);
    }

    [Fact]
    public async Task A_run_of_tests_clears_up_although_a_server_writes_a_moment_longer()
    {
        using var parts = new Parts();

        var (code, said, complaints) = await parts.Run("""
            throwaway_begin
            home=$OVERSIGHT_HOME
            mkdir "$home/wal"
            env -u OVERSIGHT_TEST_RUN bash -c 'end=$((SECONDS + 2)); while ((SECONDS < end)); do : >"$0/wal/$RANDOM"; done' "$home" 2>/dev/null &
            until [[ -n $(ls "$home/wal") ]]; do :; done
            throwaway_end
            [[ -e $home ]] || echo gone
            """);
        Assert.Equal((0, "gone", ""), (code, said, complaints));
    }

    [Fact]
    public async Task The_port_that_was_wished_for_is_tried_again_once_it_is_free()
    {
        using var parts = new Parts();
        string wish;
        await using (var taken = await Stub.Saying("{}"))
        {
            wish = new Uri(taken.Address).Port.ToString(CultureInfo.InvariantCulture);
            var (_, said, _) = await parts.Run($"remember wishes port {wish}; public_port_settle ''; port_of public");
            Assert.StartsWith($"NOTE: port {wish} is taken by another program", said, StringComparison.Ordinal);
            Assert.NotEqual(wish, said.Split('\n')[^1]);
            Assert.Equal(said.Split('\n')[^1], (await parts.Run("public_port_settle '' >&2; port_of public")).Out);
        }

        Assert.Equal(wish, (await parts.Run("public_port_settle ''; port_of public")).Out);
    }

    [Fact]
    public async Task Every_word_of_the_client_is_listed_by_the_starter()
    {
        using var parts = new Parts();
        var help = (await parts.Run("help_all")).Out.Replace("-", "", StringComparison.Ordinal); // A file's name has no hyphens.

        var words = Repository.Files.Where(path => path.StartsWith("services/Audit/Cli/Commands/", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path).ToLowerInvariant()).ToArray();
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Matches($@"(?m)^  \./oversight {word}\b", help));
    }
}
