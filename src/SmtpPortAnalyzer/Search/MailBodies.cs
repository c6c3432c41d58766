using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// The bodies that may open a connection. Any that speaks of mail may, since mail's default port is 25; one that speaks of sockets only
/// where a 25 can get there: programs that talk over the network have hundreds of them, and none of them for mail.
/// </summary>
internal static class MailBodies
{
    public static IEnumerable<SyntaxNode> FindIn(Compilation compilation, MailNames names, CancellationToken cancellationToken)
    {
        var ports = new WrittenPorts(compilation, names, cancellationToken);
        var seen = new HashSet<SyntaxNode>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var subjects = names.Of(tree);
            if ((subjects & Subjects.Mail) != 0)
            {
                foreach (var body in CodeBody.Mentioning(tree.GetRoot(cancellationToken), names.Mail))
                {
                    if (seen.Add(body))
                        yield return body;
                }
            }

            if ((subjects & Subjects.Clients) != 0)
            {
                foreach (var body in CodeBody.Mentioning(tree.GetRoot(cancellationToken), names.Clients))
                {
                    if (Mentions(body, names.Clients) && Mentions(body, names.Mail) && seen.Add(body))
                        yield return body;
                }
            }

            if ((subjects & Subjects.Sockets) != 0)
            {
                foreach (var body in CodeBody.Mentioning(tree.GetRoot(cancellationToken), names.Sockets))
                {
                    if (!seen.Contains(body) && ports.MayReach(body) && seen.Add(body))
                        yield return body;
                }
            }
        }
    }

    private static bool Mentions(SyntaxNode body, ISet<string> names) =>
        body.DescendantNodes().Any(node => node is SimpleNameSyntax name && names.Contains(name.Identifier.ValueText));
}
