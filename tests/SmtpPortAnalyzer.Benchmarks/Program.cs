using SmtpPortAnalyzer.Benchmarks.Measuring;
using SmtpPortAnalyzer.Benchmarks.Sources;

const string Usage = """
    growth [WORD…]      how cost grows with statements, call depth and types; only the shapes whose names hold a word
    """;
switch (args)
{
    case ["growth", .. var words]:
        IEnumerable<Shape> shapes = [.. StatementShapes.All, .. DepthShapes.All, .. TypeShapes.All];
        Growth.Print(shapes.Where(shape => words.Length == 0 || words.Any(word => shape.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || shape.Unit == word)), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
