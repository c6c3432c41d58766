using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// Broken settings files and files of own APIs: no exception, an end in time, no finding lost elsewhere, and fixes that apply.
/// </summary>
public class FileFuzzTests
{
    /// <summary>
    /// What holds whatever another file says: the code, a row of a sound file of own APIs, and a setting of a sound settings file.
    /// </summary>
    private static readonly AdditionalText[] s_sound =
    [
        new FuzzFile("/src/SmtpPortAnalyzer.Apis.txt", FuzzProject.OwnApis),
        new FuzzFile("/src/appsettings.Production.json", FuzzProject.Settings),
    ];

    [Fact]
    public async Task Mutants_AreRead_AndCostNoFindingElsewhere()
    {
        var files = FuzzFiles.All();
        if (FuzzRun.Folder is not null && files.Count == 0)
            return;

        var projects = new[] { FuzzProject.Net, FuzzProject.NetFramework };
        var sound = new Dictionary<FuzzProject, string[]>();
        foreach (var project in projects)
        {
            // A file that sets the key to another port says that the code's default is not used (SMTP003).
            sound[project] = [
                .. (await project.FindingsAsync(s_sound)).Where(diagnostic => diagnostic.Id != "SMTP003").Select(FuzzProject.Name)];
            Assert.Equal(["SMTP001", "SMTP001", "SMTP004"], sound[project].Select(name => name[..7]).Order(StringComparer.Ordinal));
        }

        var (settings, rows, fixes) = (0, 0, 0);
        await FuzzRun.EachAsync(
            random =>
            {
                var (name, text) = files[random.Next(files.Count)];
                var file = new FuzzFile(
                    "/src/" + FuzzFiles.Rename(name, random), TextMutations.Encode(TextMutations.Mutate(text, random), random));
                return new Mutant(projects[random.Next(projects.Length)], file);
            },
            async mutant =>
            {
                var found = await mutant.Project.FindingsAsync([.. s_sound, mutant.File]);
                Assert.Empty(sound[mutant.Project].Except(found.Select(FuzzProject.Name)));
                var own = found.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == mutant.File.Path).ToImmutableArray();
                settings += own.Count(diagnostic => diagnostic.Id == "SMTP004");
                rows += own.Count(diagnostic => diagnostic.Id == "SMTP900");
                fixes += await FixAsync(mutant.Project, mutant.File, own);
            });

        Assert.True(!FuzzRun.IsSample || (settings > FuzzRun.Count / 20 && rows > FuzzRun.Count / 20 && fixes > FuzzRun.Count / 40),
            $"{settings} settings, {rows} rows, {fixes} fixes");
    }

    /// <summary>Applies each fix alone: what it was for is gone then, and nothing else.</summary>
    private static async Task<int> FixAsync(FuzzProject project, FuzzFile mutant, ImmutableArray<Diagnostic> found)
    {
        var applied = 0;
        foreach (var diagnostic in found.Where(diagnostic => diagnostic.Id == "SMTP004"))
        {
            using var workspace = new AdhocWorkspace();
            var opened = workspace.CurrentSolution.AddProject("Test", "Test", LanguageNames.CSharp)
                .AddAdditionalDocument("file", mutant.GetText(), filePath: mutant.Path);
            var actions = new List<CodeAction>();
            await new SettingsPortFix().RegisterCodeFixesAsync(
                new CodeFixContext(opened, diagnostic, (action, _) => actions.Add(action), default));
            foreach (var action in actions)
            {
                var changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                var text = await changed.GetAdditionalDocument(opened.Id)!.GetTextAsync();
                var left = await project.FindingsAsync(new FuzzFile(mutant.Path, text));
                Assert.Equal(found.Count(other => other.Id == "SMTP004") - 1, left.Count(other => other.Id == "SMTP004"));
                applied++;
            }
        }

        return applied;
    }

    private sealed record Mutant(FuzzProject Project, FuzzFile File)
    {
        public override string ToString() => File.ToString();
    }
}
