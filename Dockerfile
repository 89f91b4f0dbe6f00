# One recipe for every process: docker build --build-arg PROJECT=Ingestion .
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
ARG PROJECT
WORKDIR /source
COPY . .
RUN dotnet publish "services/${PROJECT:?say which service to build}/Service/Oversight.${PROJECT}.csproj" -c Release -o /service

FROM ${RUNTIME_IMAGE}
ARG PROJECT
ENV PROGRAM=Oversight.${PROJECT}.dll \
    ASPNETCORE_URLS=http://+:8080
WORKDIR /service
COPY --from=build /service .
# The number and not a name, so that an orchestrator can tell that it is not root.
USER 1654
EXPOSE 8080
# Started and not ready: one contract that waits for a person must not keep the rest of the system from starting.
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/started HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["sh", "-c", "exec dotnet \"$PROGRAM\""]
