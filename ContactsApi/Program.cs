using ContactsApi.Commands;
using ContactsApi.Features.Admin;
using ContactsApi.Features.Audit;
using ContactsApi.Features.BestChannel;
using ContactsApi.Features.Bots;
using ContactsApi.Features.BestChannel.Batch;
using ContactsApi.Features.BestChannel.Changes;
using ContactsApi.Features.Calendar;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Checking;
using ContactsApi.Features.Copies;
using ContactsApi.Features.Corrections;
using ContactsApi.Features.Desk;
using ContactsApi.Features.Drafting;
using ContactsApi.Features.Due;
using ContactsApi.Features.Formats;
using ContactsApi.Features.Health;
using ContactsApi.Features.Keys;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Quality;
using ContactsApi.Features.Regions;
using ContactsApi.Features.Revisions;
using ContactsApi.Features.Schedules;
using ContactsApi.Features.Slots;
using ContactsApi.Features.Topics;
using ContactsApi.Features.Webhooks;
using ContactsApi.Hosting.Coding;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Service;
using ContactsApi.Hosting.Telemetry;

var call = Invocation.Of(args);
if (Usage.Answer(call, Terminal.OfThisProcess()) is { } answered)
    return answered;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddJsonLogging();
builder.AddContacts();
builder.AddTelemetry();
builder.Services.AddQuality();
builder.Services.AddPages();
builder.AddDesk();
builder.Services.AddTelegram();
builder.Services.AddChecks();
builder.Services.AddChanges();
builder.Services.AddWebhooks();
builder.Services.AddOpenApiDocuments();

var app = builder.Build();
app.UseHealthListener();
app.UseTrustedProxies();
app.UseHsts();
app.UseRequestIds();
app.UseSecurityHeaders();
app.UseRequestLanguage();
app.UseFailures();
app.UseDesk();
app.UseCrossOriginRequests();
app.UseResponseCache();
app.UseHeadRequests();
app.UseProblems();
app.UseKeys();
app.UseLimits();
app.UseScopes();
app.UseResponseCacheForKeys();
app.UseServerLimits();
app.UseCompression();
app.MapPages();
app.MapDesk();
app.MapBestChannel();
app.MapBatch();
app.MapTransitions();
app.MapStream();
app.MapChannels();
app.MapSchedules();
app.MapTopics();
app.MapFormats();
app.MapRegions();
app.MapCalendar();
app.MapQuality();
app.MapRevisions();
app.MapCopies();
app.MapEditing();
app.MapKeys();
app.MapWebhooks();
app.MapAudit();
app.MapDrafts();
app.MapDue();
app.MapSlots();
app.MapTelegram();
app.MapChecks();
app.MapCorrections();
app.MapCorrectionAdmin();
app.MapHealth();
app.MapOpenApiDocuments();

return call.Command switch
{
    "openapi" => await app.PrintOpenApiAsync(call.Words is ["admin", ..] ? PublishedDocument.Admin : PublishedDocument.Public),
    "catalog" => app.RunCatalogCommand(call.Words),
    "keys" => app.RunKeysCommand(call.Words),
    "incident" => app.RunIncidentCommand(call.Words),
    "health" => await app.AskHealthAsync(),
    _ => await app.RunContactsAsync(),
};
