# shellcheck shell=bash
# What --help says.

help_all() {
  cat <<'TEXT'
Oversight: the record of what the inspectorate found, graded and watched.

  ./oversight up              start everything, import the public record, print the address
  ./oversight down            stop everything; the data stay
  ./oversight ps              what runs: ports, memory, ready or why not
  ./oversight logs            what the services say
  ./oversight doctor          what is missing on this machine, and how to get it
  ./oversight reset           stop everything and remove all data

  ./oversight status          every body, its phase, and since when
  ./oversight body ID         one body: status, grades, audits, conflicts
  ./oversight history ID      one body's timeline
  ./oversight search WORDS    words in the timelines of all bodies
  ./oversight lineage ID      where one body comes from: names, predecessors, successors
  ./oversight engage          every stay in Engage
  ./oversight causes [BODY]   causes of concern: since when, what they ask for, what became of them
  ./oversight stays ID        one body's stays in full, step by step
  ./oversight section-55      who had to answer which report by when, and did
  ./oversight investigations  what the police complaints body looked into
  ./oversight clock           which deadlines were missed by a day
  ./oversight grades          the grades of a programme
  ./oversight programmes      the programmes of inspection, and what they may be compared with
  ./oversight audits          what audits found, with their samples
  ./oversight findings        what was found without a grade, in words or numbers
  ./oversight practice        what was praised, and who took it over
  ./oversight conflicts       where sources disagree
  ./oversight publishers      who publishes, what they were called when, whose word counts more
  ./oversight prompts         what the rules suggest to look at, and why
  ./oversight rulebook        the rules, and what they would have prompted over the whole record
  ./oversight submissions     what was sent in, and what came of it
  ./oversight candidates      what documents seem to say; accept or decline it
  ./oversight settle          say which side of a conflict counts, and why
  ./oversight import PATH...  send files or folders
  ./oversight extract FILE    what a document seems to say; needs nothing running

  ./oversight parked          what a service could not take in and keeps; parked retry tries again
  ./oversight refused         messages that no service could read; refused forget once you have looked

  ./oversight login           sign in; --as NAME signs a demo person in (ines proposes, clara confirms)
  ./oversight whoami          who is signed in
  ./oversight logout          forget who is signed in
  ./oversight propose BODY    propose that a body moves to Engage or back to Scan
  ./oversight confirm ID      confirm what another person proposed
  ./oversight decline ID      decline it
  ./oversight withdraw ID     take a proposal back
  ./oversight interrupt ID    put a proposal on hold
  ./oversight resume ID       lift the hold
  ./oversight publish ID      say when a confirmed move was made public
  ./oversight decisions       what was proposed, and what became of it
  ./oversight attempts        what was attempted and refused
  ./oversight follow          what you follow, here, by feed and by mail: list, add NAME, stop ID

  ./oversight test            all tests, on servers of their own
  ./oversight bench           the measurements
  ./oversight servers         PostgreSQL and RabbitMQ alone

Each word takes --help. State is kept in .oversight, or where OVERSIGHT_HOME says.
TEXT
}

help_of() {
  case $1 in
    up)
      cat <<'TEXT'
./oversight up [--detach] [--port N] [--embedded] [--no-import]

Starts PostgreSQL, RabbitMQ and the services, imports data/ once, and stays until Ctrl-C stops everything.
  --detach      return when everything runs; ./oversight down stops it
  --port N      public port (8080, or the next free one)
  --embedded    all services in one process, without RabbitMQ
  --no-import   leave data/ alone

OVERSIGHT_POSTGRES  postgresql://user:password@host:port/database of an account that may create databases and roles
OVERSIGHT_RABBITMQ  amqp://user:password@host:port/vhost
OVERSIGHT_INSTANCE  what databases, exchanges and queues are named by (oversight; on given servers a name of this clone's own)
OVERSIGHT_OIDC_AUTHORITY  the OpenID Connect provider of your people; without it, demo people sign in on this machine only
Oversight__Mail__Smtp__Host  the mail server that mails to those who follow go through, with __Port, __Tls, __User and __Password beside it;
                             without it, they are put as files into the folder mail beside the other state
Where these are not set, private servers are started from what is on the machine; where nothing is, it is installed
with apt-get if you may, else a Docker engine is used. PostgreSQL alone can also come from npm.
TEXT
      ;;
    down) say './oversight down [--json]: stops the services and the private servers. The data stay; ./oversight up goes on with them.' ;;
    ps) say './oversight ps [--json]: each process with its port, memory, uptime, and whether it is ready or why not.' ;;
    logs) say './oversight logs [SERVICE...] [-f | --json]: the last lines of ingestion, grading, monitoring, identity, portal, gateway, embedded, postgres, rabbitmq or build; -f follows, --json prints an object a line.' ;;
    doctor) say './oversight doctor [--json]: what the machine has, what it lacks and the command to get it, and leftovers. Code 1 when something is missing or a service is dead.' ;;
    reset) say './oversight reset [--yes]: stops everything and removes the state with all its data. Asks first, unless --yes.' ;;
    test) say './oversight test [--fast]: builds and runs every test on private servers; --fast runs those that need none. The last line sums up.' ;;
    bench) say './oversight bench [ARGUMENT...]: builds and measures on private servers; the arguments go to the measuring program.' ;;
    servers) say './oversight servers up|down|env: private PostgreSQL and RabbitMQ alone; env prints OVERSIGHT_POSTGRES and OVERSIGHT_RABBITMQ.' ;;
    *) return 1 ;;
  esac
}
