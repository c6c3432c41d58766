using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A method that is called under a development guard alone, and code that is compiled with DEBUG alone.</summary>
public class DevelopmentBodyTests
{
    private const string Client = """new SmtpClient("mail.fabrikam.com", 25).Dispose();""";
    private const string RedClient = """new SmtpClient("mail.fabrikam.com", {|SMTP001:25|}).Dispose();""";

    [Theory]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void B() { $ }")]
    [InlineData("void A() { if (!env.IsDevelopment()) return; B(); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void B() { C(); } void C() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void B() { C(); } void C() { D(); } static void D() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void A2() { if (env.IsDevelopment()) B(); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(3); } void B(int n) { if (n > 0) B(n - 1); $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(3); } void B(int n) { if (n > 0) C(n); $ } void C(int n) { B(n - 1); }")]
    [InlineData("object A() => env.IsDevelopment() ? B() : throw new Exception(); static object B() { $ return 1; }")]
    [InlineData("void A(M other) { if (env.IsDevelopment()) other?.B(); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) this.B<int>(); } void B<T>() { $ }")]
    public Task EveryCallGuarded_IsSilent(string members) =>
        Connection.TypesAsync($"class M(IHostEnvironment env) {{ {members.Replace("$", Client)} }}");

    [Theory]
    [InlineData("void A() { if (env.IsDevelopment()) B(); else B(); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void A2() { B(); } void B() { $ }")]
    [InlineData("void A() { if (!env.IsDevelopment()) B(); } void B() { $ }")]
    [InlineData("void B() { $ }")]
    [InlineData("void B() { C(); } void C() { B(); $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void B() { C(); } void A2() { C(); } void C() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } Action A2() => B; void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); Action other = B; other(); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); System.Threading.Tasks.Task.Run(B); } void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } public virtual void B() { $ }")]
    [InlineData("void A() { if (env.IsDevelopment()) ToString(); } public override string ToString() { $ return \"\"; }")]
    [InlineData("void A() { if (env.IsDevelopment()) B(); } void B() { C(); } public virtual void C() { D(); } void D() { $ }")]
    public Task SomeCallNotGuarded_Reports(string members) =>
        Connection.TypesAsync($"class M(IHostEnvironment env) {{ {members.Replace("$", RedClient)} }}");

    public static TheoryData<string, string> Orders()
    {
        var data = new TheoryData<string, string>();
        string[][] programs =
        [
            ["void Run() { if (env.IsDevelopment()) B(); }", "void A() { C(); B(); }", "void C() { A(); RED }", "void B() { SILENT }"],
            ["void Run() { if (env.IsDevelopment()) B(); }", "void A() { A(); B(); RED }", "void B() { C(); SILENT }",
                "void C() { SILENT }"],
            ["void Run() { if (env.IsDevelopment()) B(); else C(); }", "void B() { SILENT }", "void C() { B2(); RED }",
                "void B2() { RED }"],
        ];
        foreach (var members in programs)
        {
            for (var first = 0; first < members.Length; first++)
            {
                var turned = members.Skip(first).Concat(members.Take(first)).ToList();
                data.Add(string.Join(" ", turned), "forth " + first);
                turned.Reverse();
                data.Add(string.Join(" ", turned), "back " + first);
            }
        }

        return data;
    }

    /// <summary>Methods that only one another call are guarded by nothing, and guard nothing that they call.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public Task Members_InAnyOrder_AreJudgedTheSame(string members, string order) =>
        Connection.TypesAsync(
            $"/* {order} */ class M(IHostEnvironment env) {{ {members.Replace("RED", RedClient).Replace("SILENT", Client)} }}");

    /// <summary>A chain that is too long for the one end of it is short enough from the other end on.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task ChainBeyondTheBound_IsJudgedTheSameInAnyOrder(bool isBackward)
    {
        const int Length = 40, Bound = 32;
        var members = Enumerable.Range(0, Length)
            .Select(i => $"void B{i}() {{ B{i + 1}(); {(i < Bound ? Client : RedClient)} }}")
            .Prepend("void A() { if (env.IsDevelopment()) B0(); }")
            .Append($"void B{Length}() {{ {RedClient} }}");
        return Connection.TypesAsync(
            $"class M(IHostEnvironment env) {{ {string.Join(" ", isBackward ? members.Reverse() : members)} }}");
    }

    [Fact]
    public Task MethodOfAnInterface_Reports() => Connection.TypesAsync("""
        interface IMailer { void Send(); }
        class M(IHostEnvironment env) : IMailer
        {
            void A() { if (env.IsDevelopment()) Send(); }
            public void Send() { new SmtpClient("mail.fabrikam.com", {|SMTP001:25|}).Dispose(); }
        }
        """);

    [Fact]
    public Task RegisteringMethod_IsSilent() => Connection.TypesAsync("""
        static class Setup
        {
            public static void AddMail(this IServiceCollection services, IHostEnvironment env)
            {
                if (env.IsDevelopment())
                    services.AddLocal();
            }

            private static void AddLocal(this IServiceCollection services) => services.AddSingleton(_ => new SmtpClient("mail.fabrikam.com", 25));
        }
        """);

    [Fact]
    public Task ArgumentAndMember_OfAGuardedMethod_AreSilent() => Connection.TypesAsync("""
        class M(IHostEnvironment env)
        {
            private int _port = 587;
            void A() { if (env.IsDevelopment()) B(); }
            void B() { _port = 25; Send(25); }
            void Send(int port) => new SmtpClient("mail.contoso.com", port).Dispose();
            void Send() => new SmtpClient("mail.contoso.com", _port).Dispose();
        }
        """);

    [Fact]
    public Task ArgumentAndMember_OfAnotherMethod_Report() => Connection.TypesAsync("""
        class M
        {
            private int _port = 587;
            void B() { _port = {|SMTP001:25|}; Send({|SMTP001:25|}); }
            void Send(int port) => new SmtpClient("mail.contoso.com", port).Dispose();
            void Send() => new SmtpClient("mail.contoso.com", _port).Dispose();
        }
        """);

    [Theory]
    [InlineData("const int Port = 25;")]
    [InlineData("static readonly int Port = 25;")]
    [InlineData("static int Port { get; } = 25;")]
    [InlineData("static int Port => 25;")]
    public Task Declared_WithDebugOnly_IsSilent(string declaration) => Connection.FileAsync($$"""
        #define DEBUG
        using System.Net.Mail;
        class M
        {
        #if DEBUG
            {{declaration}}
        #else
            const int Port = 587;
        #endif
            void Send() => new SmtpClient("mail.contoso.com", Port).Dispose();
        }
        """);

    [Fact]
    public Task LocalConstantAndDefault_WithDebugOnly_AreSilent() => Connection.FileAsync("""
        #define DEBUG
        using System.Net.Mail;
        class M
        {
            void Send()
            {
        #if DEBUG
                const int port = 25;
        #else
                const int port = 587;
        #endif
                new SmtpClient("mail.contoso.com", port).Dispose();
            }

        #if DEBUG
            void To(string host, int port = 25)
        #else
            void To(string host, int port = 587)
        #endif
            {
                new SmtpClient(host, port).Dispose();
            }

            void All() => To("mail.contoso.com");
        }
        """);

    [Fact]
    public Task Declared_WithoutDebugAsWell_Reports() => Connection.FileAsync("""
        #define DEBUG
        using System.Net.Mail;
        class M
        {
        #if DEBUG
            const int Other = 25;
        #endif
        #if !DEBUG || true
            const int Port = 25;
        #endif
            void Send() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|}).Dispose();
        }
        """);
}
