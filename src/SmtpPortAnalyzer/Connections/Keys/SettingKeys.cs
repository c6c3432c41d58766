using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>Says under which keys of the configuration a value is found that a connection reads at run time.</summary>
internal sealed class SettingKeys
{
    /// <summary>How many sections a setting may be in, one in the other.</summary>
    private const int MaxDepth = 8;

    /// <summary>How many texts one key may be that is put together.</summary>
    private const int MaxTexts = 16;

    private readonly SmtpProgram _program;
    private ILookup<INamedTypeSymbol, SettingKey>? _bindings;

    public SettingKeys(SmtpProgram program) => _program = program;

    public IEnumerable<SettingLink> Links(SettingRead read, CancellationToken cancellationToken)
    {
        var host = read.Host is { } value ? ValueTrace.HostOf(value, _program, cancellationToken) : ValueSet.Open;
        var hostKeys = (read.Host?.Knowns ?? ImmutableArray<AbstractValue>.Empty).AddRange(host.Knowns)
            .SelectMany(known => Of(known, cancellationToken)).Distinct().ToImmutableArray();
        var isLocal = HostValue.IsLocal(host);
        var isNamed = hostKeys.IsEmpty && !isLocal && host.Knowns.Any(known => HostValue.NameOf(known) is { Length: > 0 });
        return Of(read.Source, cancellationToken).Select(key => new SettingLink(key, hostKeys, isLocal) { IsNamed = isNamed });
    }

    /// <summary>The keys of a setting, or of a property whose type is bound to a section.</summary>
    public IEnumerable<SettingKey> Of(AbstractValue source, CancellationToken cancellationToken) => source switch
    {
        { Kind: AbstractValueKind.Setting } => OfSetting(source, 0, cancellationToken).Distinct(),
        { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol { ContainingType: { } type } property } =>
            SectionsOf(type, source.Receiver, cancellationToken).Concat(OfHolder(source.Receiver, cancellationToken)).Distinct()
                .Select(section => section.Below(KeyName(property))),
        _ => Enumerable.Empty<SettingKey>(),
    };

    /// <summary>The keys under which the port of a library's own client stands that is bound to a section as a whole.</summary>
    public IEnumerable<SettingLink> OfClients(CancellationToken cancellationToken)
    {
        foreach (var bound in Bindings(cancellationToken))
        {
            if (_program.Symbols.Client(bound.Key) is not { Port: { } port, Host: var host })
                continue;

            foreach (var section in bound)
            {
                var hosts = host is null ? ImmutableArray<SettingKey>.Empty : ImmutableArray.Create(section.Below(KeyName(host)));
                yield return new SettingLink(section.Below(KeyName(port)), hosts, IsLocal: false);
            }
        }
    }

    /// <summary>The sections that the type is bound to: of an object that another one holds, those of that place.</summary>
    private IEnumerable<SettingKey> SectionsOf(INamedTypeSymbol type, AbstractValue? holder, CancellationToken cancellationToken)
    {
        var sections = Bindings(cancellationToken)[type.OriginalDefinition];
        if (holder is not { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol place })
            return sections;

        var own = sections.Where(section => section.IsNamed(KeyName(place))).ToList();
        return own.Count > 0 ? own : sections;
    }

    /// <summary>The sections that an object was made of, whatever call did that: <c>(Relay)section.Get(typeof(Relay))</c>.</summary>
    private IEnumerable<SettingKey> OfHolder(AbstractValue? holder, CancellationToken cancellationToken) =>
        holder is { Kind: AbstractValueKind.Setting }
            ? OfSetting(holder, 0, cancellationToken)
            : Enumerable.Empty<SettingKey>();

    private IEnumerable<SettingKey> OfSetting(AbstractValue setting, int depth, CancellationToken cancellationToken)
    {
        foreach (var section in OfSection(setting.Receiver, (SettingStore)setting.Constant!, depth + 1, cancellationToken))
        {
            foreach (var name in Texts(setting.Items[0], 0, cancellationToken))
                yield return section.Below(name);
        }
    }

    /// <summary>All texts that a key may be, also one that is put together of parts which come from elsewhere.</summary>
    private IEnumerable<string> Texts(ValueSet key, int depth, CancellationToken cancellationToken)
    {
        foreach (var name in ValueTrace.HostOf(key, _program, cancellationToken).Knowns)
        {
            if (name is { Kind: AbstractValueKind.Constant, Constant: string text })
                yield return text;
            else if (name is { Kind: AbstractValueKind.PartialText, Constant: string whole } && depth < MaxDepth)
            {
                foreach (var filled in Filled(whole, name.Items, depth + 1, cancellationToken))
                    yield return filled;
            }
        }
    }

    private IEnumerable<string> Filled(string text, ImmutableArray<ValueSet> holes, int depth, CancellationToken cancellationToken)
    {
        var pieces = text.Split(AbstractValue.Hole);
        IEnumerable<string> filled = new[] { pieces[0] };
        for (var i = 1; i < pieces.Length; i++)
        {
            var (piece, parts) = (pieces[i], Texts(holes[i - 1], depth, cancellationToken).ToList());

            // A section that only run time names, of a tenant or an environment, may be any of those that are there.
            if (parts.Count == 0 && IsBetweenNames(pieces[i - 1], piece))
                parts.Add(SettingKey.AnyName);
            filled = filled.SelectMany(start => parts.Select(part => start + part + piece)).Take(MaxTexts);
        }

        return filled;
    }

    /// <summary>Whether what stands between the texts is the whole name of a section: <c>Tenants:{tenant}:Port</c>.</summary>
    private static bool IsBetweenNames(string before, string after) =>
        before.Length > 1 && before[before.Length - 1] == ':' && after.Length > 1 && after[0] == ':';

    private IEnumerable<SettingKey> OfSection(AbstractValue? section, SettingStore store, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return Enumerable.Empty<SettingKey>();

        var whole = new[] { new SettingKey(store, "") };
        switch (section)
        {
            case { Kind: AbstractValueKind.Setting }:
                return OfSetting(section, depth, cancellationToken);
            case { Kind: AbstractValueKind.Symbolic }:
                // A configuration that comes from elsewhere is the whole one, unless code hands over a section.
                var handed = ValueTrace.HostOf(ValueSet.FromValue(section), _program, cancellationToken).Knowns
                    .Where(known => known.Kind == AbstractValueKind.Setting)
                    .SelectMany(known => OfSetting(known, depth, cancellationToken))
                    .ToList();
                return handed.Count > 0 ? handed : IsSection(section) ? Enumerable.Empty<SettingKey>() : whole;
            default:
                return whole;
        }
    }

    /// <summary>Whether it is a part of the configuration by its type, of which no code says which one.</summary>
    private bool IsSection(AbstractValue configuration) =>
        _program.FrameworkTypes.Is(configuration.Symbol?.HeldType(), FrameworkType.ConfigurationSection);

    private ILookup<INamedTypeSymbol, SettingKey> Bindings(CancellationToken cancellationToken) =>
        _bindings ??= FindBindings(cancellationToken);

    private ILookup<INamedTypeSymbol, SettingKey> FindBindings(CancellationToken cancellationToken)
    {
        var found = new HashSet<(INamedTypeSymbol Type, SettingKey Section)>();
        var bodies = ConfigurationBinding.Names
            .SelectMany(method => _program.References.ToName(method.Name, method.IsGeneric, cancellationToken)).Distinct();
        foreach (var fact in bodies.SelectMany(body => _program.Facts(body, cancellationToken).Bindings)
            .SelectMany(fact => Concrete(fact, cancellationToken)))
        {
            foreach (var section in OfSection(fact.Section, SettingStore.Configuration, 0, cancellationToken))
                Bind((INamedTypeSymbol)fact.Type.OriginalDefinition, section, 0);
        }

        return found.ToLookup(pair => pair.Type, pair => pair.Section, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);

        // What an object holds is bound to the section below.
        void Bind(INamedTypeSymbol type, SettingKey section, int depth)
        {
            if (depth > MaxDepth || !found.Add((type, section)))
                return;

            foreach (var property in Properties(type))
            {
                var below = section.Below(KeyName(property));
                if (ConfigurationBinding.Element(property.Type) is { } element && IsOfThePrograms(element, type))
                    Bind(element.OriginalDefinition, below.Below(SettingKey.AnyName), depth + 1);
                else if (property.Type is INamedTypeSymbol held && IsOfThePrograms(held, type))
                    Bind(held.OriginalDefinition, below, depth + 1);
            }

            if (type.BaseType is { SpecialType: SpecialType.None } parent)
                Bind(parent.OriginalDefinition, section, depth + 1);
        }
    }

    /// <summary>
    /// What a helper binds for its type parameter, each of its callers binds for a type of its own, and to a section of its own.
    /// </summary>
    private IEnumerable<BindFact> Concrete(BindFact fact, CancellationToken cancellationToken, int depth = 0)
    {
        if (fact.Type is not ITypeParameterSymbol { DeclaringMethod: { } helper } parameter)
            return new[] { fact };

        var found = new List<BindFact>();
        _program.Footprints.ReadAround(helper.Name);
        foreach (var call in _program.CallsOf(helper, cancellationToken))
        {
            var called = _program.Model(call.Syntax.SyntaxTree).GetSymbolInfo(call.Syntax, cancellationToken).Symbol as IMethodSymbol;
            var type = called?.TypeArguments.ElementAtOrDefault(parameter.Ordinal);
            if (type is null || depth > MaxDepth || !(ConfigurationBinding.IsBound(type) || type is ITypeParameterSymbol))
                continue;

            IEnumerable<AbstractValue?> sections = fact.Section is { } section
                ? new Substitution(call.Receiver, call.Arguments, call.State).Map(Named(section, parameter, type), call.State).Knowns
                : new AbstractValue?[] { null };
            foreach (var bound in sections)
                found.AddRange(Concrete(new BindFact(type, bound), cancellationToken, depth + 1));
        }

        return found;
    }

    /// <summary>The section whose key has the name of the type: <c>GetSection(typeof(T).Name)</c>.</summary>
    private static ValueSet Named(AbstractValue section, ITypeParameterSymbol parameter, ITypeSymbol type)
    {
        if (section.Kind != AbstractValueKind.Setting)
            return ValueSet.FromValue(section);

        return ValueSet.FromValue(section.WithItems(ImmutableArray.Create(section.Items[0].SelectMany(Name))));

        ValueSet Name(AbstractValue key) =>
            SymbolEqualityComparer.Default.Equals(key.Symbol, parameter)
                ? TextFunctions.Named(key, FrameworkFunctions.NameOf(type, key.Origin)) is { } name
                    ? ValueSet.FromValue(name)
                    : ValueSet.Open
                : key.Kind == AbstractValueKind.PartialText
                    ? ConstantFolding.Filled(key.WithItems(key.Items.Select(hole => hole.SelectMany(Name)).ToImmutableArray()))
                    : ValueSet.FromValue(key);
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false });

    /// <summary>Whether what the object holds is settings like itself: of this compilation, or of the project that it comes from.</summary>
    private static bool IsOfThePrograms(INamedTypeSymbol held, INamedTypeSymbol holder) =>
        ConfigurationBinding.IsBound(held)
        && (!held.DeclaringSyntaxReferences.IsEmpty
            || SymbolEqualityComparer.Default.Equals(held.ContainingAssembly, holder.ContainingAssembly));

    private string KeyName(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string name
                && _program.FrameworkTypes.Is(attribute.AttributeClass, FrameworkType.ConfigurationKeyNameAttribute))
            {
                return name;
            }
        }

        return property.Name;
    }
}
