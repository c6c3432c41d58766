// Types that the compiler wants for newer language features and that .NET Standard 2.0 does not have.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
