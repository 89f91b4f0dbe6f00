using JasperFx.Events.Projections;
using Marten;

namespace Oversight.Hosting;

/// <summary>How views are kept.</summary>
public static class Views
{
    // Large pages write a document once for many events; a rebuild writes it once in all, and holds only documents of one view meanwhile.
    private const int Page = 5_000, RebuildAtOnce = 1_000_000, Remembered = 1_000;

    extension(StoreOptions options)
    {
        /// <summary>Keeps a view up to date in the background, and makes it quick to rebuild.</summary>
        public void AddView<TProjection>()
            where TProjection : ProjectionBase, IProjectionSource<IDocumentOperations, IQuerySession>, new() =>
            options.Projections.Add<TProjection>(ProjectionLifecycle.Async, view =>
            {
                view.BatchSize = Page;
                view.RebuildFlushThreshold = RebuildAtOnce;
                view.CacheLimitPerTenant = Remembered;
            });
    }
}
