using AzureWorker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton<ReceiptMailer>();
builder.Services.AddSingleton<InvoiceMailer>();
builder.Services.AddHostedService<NightlyMailing>();
builder.Build().Run();
