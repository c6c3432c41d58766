using System.Text.Json;
using Microsoft.CodeAnalysis;
using RelayTest;

// FirstActions FOLDER COMMAND-LINE forward|backward: takes the first action of each finding of the project in FOLDER, one after the other,
// from the first finding to the last or from the last to the first. COMMAND-LINE is a file with the compiler's arguments, by MSBuild.
var arguments = JsonDocument.Parse(File.ReadAllText(args[1])).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs")
    .EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).ToList();
using var program = new OpenProgram(args[0], arguments);

var left = new HashSet<string>();
while (await program.FindingsAsync() is { Count: > 0 } findings)
{
    var inOrder = args[2] == "backward" ? findings.Reverse() : findings;
    if (inOrder.FirstOrDefault(finding => !left.Contains(OpenProgram.Describe(finding))) is not { } next)
        break;

    if (await program.FirstActionAsync(next) is not { } action)
    {
        left.Add(OpenProgram.Describe(next));
        Console.WriteLine($"no action for {OpenProgram.Describe(next)}");
        continue;
    }

    Console.WriteLine($"{OpenProgram.Describe(next)}: {action.Title}");
    if (await program.ApplyAsync(action) is { Count: > 0 } errors)
    {
        Console.WriteLine(string.Join(Environment.NewLine, errors));
        return 1;
    }
}

await program.SaveAsync();
return 0;
