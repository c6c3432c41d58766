using ContosoMailer;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddAzureWebAppDiagnostics();
builder.Services.AddSingleton<OrderMail>();
builder.Services.AddSingleton<AccountMail>();
builder.Services.AddSingleton<Newsletter>();

var app = builder.Build();
app.MapPost("/orders/{number:int}/confirmation", (int number, string to, OrderMail mail) => mail.Confirm(number, to));
app.MapPost("/orders/{number:int}/shipped", (int number, string to, OrderMail mail) => mail.TellShipped(number, to));
app.MapPost("/accounts/reset", (string to, Uri link, AccountMail mail) => mail.SendReset(to, link));
app.MapPost("/newsletter", (string to, string text, Newsletter letter, CancellationToken stop) => letter.SendAsync(to, text, stop));
app.Run();
