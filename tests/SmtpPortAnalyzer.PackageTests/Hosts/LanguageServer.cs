using System.Diagnostics;
using System.Text.Json;
using StreamJsonRpc;

namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>
/// csharp-ls as an editor drives it: over its standard streams, in the language server protocol. Lines and columns are counted from
/// zero there, columns in UTF-16 code units.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly JsonRpc _rpc;
    private readonly Answers _answers = new();
    private readonly Dictionary<string, int> _versions = [];

    private LanguageServer(Process process)
    {
        _process = process;
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(
            process.StandardInput.BaseStream, process.StandardOutput.BaseStream, new SystemTextJsonFormatter()));
        _rpc.AddLocalRpcTarget(_answers);
        _rpc.StartListening();
    }

    /// <summary>Starts the server on a restored folder, and waits until it has loaded its projects.</summary>
    /// <param name="environment">For example a limit of the managed heap.</param>
    public static async Task<LanguageServer> StartAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        // Read, so that the server never waits for a full pipe.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process);
        var root = new Uri(folder).AbsoluteUri;
        await server._rpc.InvokeWithParameterObjectAsync<JsonElement>("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = root,
            workspaceFolders = new[] { new { uri = root, name = "shop" } },
            capabilities = new
            {
                workspace = new { configuration = true, workspaceFolders = true },
                textDocument = new { diagnostic = new { dynamicRegistration = false } },
                window = new { workDoneProgress = true },
            },
        });
        await server._rpc.NotifyWithParameterObjectAsync("initialized", new { });
        // It loads with the first question.
        await server.WorkspaceDiagnosticsAsync();
        await server._answers.Loaded.WaitAsync(s_patience);
        return server;
    }

    public async Task OpenAsync(string file, string text)
    {
        _versions[file] = 1;
        await _rpc.NotifyWithParameterObjectAsync("textDocument/didOpen", new
        {
            textDocument = new { uri = new Uri(file).AbsoluteUri, languageId = "csharp", version = 1, text },
        });
    }

    /// <summary>Replaces the whole unsaved text of an open file.</summary>
    public Task ChangeAsync(string file, string text) => _rpc.NotifyWithParameterObjectAsync("textDocument/didChange", new
    {
        textDocument = new { uri = new Uri(file).AbsoluteUri, version = ++_versions[file] },
        contentChanges = new[] { new { text } },
    });

    /// <summary>Our findings in one file, as its editor shows them.</summary>
    public async Task<IReadOnlyList<HostFinding>> DiagnosticsAsync(string file)
    {
        var report = await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "textDocument/diagnostic", new { textDocument = new { uri = new Uri(file).AbsoluteUri } });
        return Read(file, report);
    }

    /// <summary>Our findings in all files, settings files among them.</summary>
    public async Task<IReadOnlyList<HostFinding>> WorkspaceDiagnosticsAsync()
    {
        var report = await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        return [.. report.GetProperty("items").EnumerateArray()
            .SelectMany(file => Read(new Uri(file.GetProperty("uri").GetString()!).LocalPath, file))
            .Distinct().Order()];
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static List<HostFinding> Read(string file, JsonElement report) =>
        [.. from item in report.GetProperty("items").EnumerateArray()
            let id = item.GetProperty("code").GetString()!
            where id.StartsWith("SMTP", StringComparison.Ordinal) || id == "AD0001"
            let start = item.GetProperty("range").GetProperty("start")
            orderby start.GetProperty("line").GetInt32(), start.GetProperty("character").GetInt32(), id
            select new HostFinding(
                Path.GetFileName(file), start.GetProperty("line").GetInt32() + 1, start.GetProperty("character").GetInt32() + 1, id)];

    /// <summary>What the server asks its editor and tells it.</summary>
    private sealed class Answers
    {
        private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Loaded => _loaded.Task;

        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public object Configuration(JsonElement parameters) =>
            parameters.GetProperty("items").EnumerateArray().Select(_ => new { analyzersEnabled = true }).ToArray();

        [JsonRpcMethod("window/workDoneProgress/create", UseSingleObjectParameterDeserialization = true)]
        public object? CreateProgress(JsonElement _) => null;

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public object? Register(JsonElement _) => null;

        [JsonRpcMethod("workspace/diagnostic/refresh")]
        public object? Refresh() => null;

        [JsonRpcMethod("$/progress", UseSingleObjectParameterDeserialization = true)]
        public void Progress(JsonElement parameters)
        {
            if (parameters.GetProperty("value").GetProperty("kind").GetString() == "end")
                _loaded.TrySetResult();
        }

        [JsonRpcMethod("window/logMessage", UseSingleObjectParameterDeserialization = true)]
        public void Log(JsonElement _)
        {
        }
    }
}
