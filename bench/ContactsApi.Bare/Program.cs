// The yardstick of bench/load: Kestrel with nothing on top, which answers every request with the bytes of one file.
//   ContactsApi.Bare FILE --urls http://127.0.0.1:5081
var body = await File.ReadAllBytesAsync(args[0]);

var builder = WebApplication.CreateBuilder(args[1..]);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var app = builder.Build();
app.Run(async context =>
{
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = body.Length;
    await context.Response.BodyWriter.WriteAsync(body);
});
await app.RunAsync();
