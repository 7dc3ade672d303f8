# deploy/pin-images writes the digest of each base image beside its tag, and renews it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# Packages first, by the lock file alone: a change of code does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY ContactsApi/ContactsApi.csproj ContactsApi/packages.lock.json ContactsApi/
RUN dotnet restore ContactsApi --locked-mode -p:PublishReadyToRun=true

COPY .editorconfig openapi.yaml openapi.admin.yaml ./
COPY ContactsApi/ ContactsApi/
# Compiled ahead of time, so that a new replica answers at once.
ARG TARGETARCH
RUN dotnet publish ContactsApi --configuration Release --no-restore --arch $TARGETARCH --self-contained false -p:PublishReadyToRun=true --output /app


FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./

# The one place that is written to. It is made before it becomes a volume, so that a new volume belongs to the service's user.
RUN install --directory --owner="$APP_UID" --group="$APP_UID" /data
VOLUME /data

# The base image sets a port of its own by ASPNETCORE_HTTP_PORTS; without one there is nothing to override and to warn about.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:5080 \
    Store__Path=/data/contacts.db
EXPOSE 5080
USER $APP_UID

# The image has no curl: the service itself asks.
HEALTHCHECK --interval=30s --timeout=10s --start-period=15s CMD ["dotnet", "ContactsApi.dll", "health"]
ENTRYPOINT ["dotnet", "ContactsApi.dll"]
