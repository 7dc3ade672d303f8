using ContactsApi.Commands;
using ContactsApi.Features.BestChannel;
using ContactsApi.Features.Calendar;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Health;
using ContactsApi.Features.Quality;
using ContactsApi.Features.Regions;
using ContactsApi.Features.Revisions;
using ContactsApi.Features.Schedules;
using ContactsApi.Hosting;
using ContactsApi.Hosting.OpenApi;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddJsonLogging();
builder.AddContacts();
builder.Services.AddQuality();
builder.Services.AddOpenApiDocuments();

var app = builder.Build();
app.UseHeadRequests();
app.UseRequestLanguage();
app.UseProblems();
app.MapBestChannel();
app.MapChannels();
app.MapSchedules();
app.MapRegions();
app.MapCalendar();
app.MapQuality();
app.MapRevisions();
app.MapHealth();
app.MapOpenApiDocuments();

return args switch
{
    ["openapi"] => await app.PrintOpenApiAsync(),
    ["catalog", .. var words] => app.RunCatalogCommand(words),
    ["health"] => await app.AskHealthAsync(),
    _ => await app.RunContactsAsync(),
};
