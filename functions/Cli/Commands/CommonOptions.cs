using System.CommandLine;
using System.Globalization;
using Sealtrail.Cli.Embedded;
using Sealtrail.Cli.Output;
using Sealtrail.Core.Detection;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Commands;

/// <summary>The options that several commands share, and what they mean.</summary>
internal static class CommonOptions
{
    public static Option<string?> Store() => new("--store")
    {
        Description = "The store: one SQLite file. Default: sealtrail/store.db in your data folder.",
        HelpName = "FILE",
    };

    public static Option<string> Output(params string[] more)
    {
        string[] formats = ["text", "json", .. more];
        var option = new Option<string>("--output") { Description = $"{string.Join(", ", formats)}.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string[]> Rules() => new("--rules")
    {
        Description = "Sigma rules to use instead of the built-in ones: a folder or file; 'builtin' names the built-in ones. May be repeated.",
        HelpName = "DIR",
    };

    public static Argument<string[]> Paths(ArgumentArity arity) => new("PATH")
    {
        Description = "Files or folders with CloudTrail logs.",
        Arity = arity,
    };

    public static Option<string?> Labels() => new("--labels")
    {
        Description = "Your names for networks, accounts and principals: a YAML file. They are shown, never stored.",
        HelpName = "FILE",
    };

    public static Option<string[]> Geo() => new("--geo")
    {
        Description = "A database of countries or networks in MaxMind DB format, shown with addresses. May be repeated.",
        HelpName = "FILE",
    };

    public static string StorePath(string? given) => given ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "sealtrail", "store.db");

    public static SqliteStore OpenStore(string? given) => SqliteStore.Open(StorePath(given), mustExist: true);

    /// <summary>Reads rule files from disk.</summary>
    public static IReadOnlyList<RuleFile> RuleFiles(IReadOnlyList<string> paths, bool examples = false)
    {
        var files = new List<RuleFile>();
        foreach (var path in paths.Count == 0 ? ["builtin"] : paths)
        {
            if (path == "builtin")
            {
                files.AddRange(RuleSet.BuiltIn(examples));
            }
            else if (File.Exists(path))
            {
                files.Add(new RuleFile(path, File.ReadAllText(path)));
            }
            else if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories)
                    .Where(file => file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
                    .Order(StringComparer.Ordinal)
                    .Select(file => new RuleFile(file, File.ReadAllText(file))));
            }
            else
            {
                throw new UsageException($"there is no file or folder {path} with rules");
            }
        }

        return files;
    }

    /// <summary>A time in UTC: a date, a date and time, or how long ago: <c>90m</c>, <c>2h</c>, <c>7d</c>, <c>4w</c>.</summary>
    public static DateTimeOffset? Time(string? text, string option, TimeProvider? clock = null)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ago)
            && Unit(text[^1]) is { } unit && ago <= 100_000)
        {
            return (clock ?? TimeProvider.System).GetUtcNow() - (ago * unit);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new UsageException($"{option} '{text}' is no time; write 2026-11-10, 2026-11-10T13:00:00Z, or how long ago: 90m, 2h, 7d, 4w");
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };

    public static RuleLevel Level(string text) => text.All(char.IsAsciiLetter) && Enum.TryParse<RuleLevel>(text, ignoreCase: true, out var level)
        ? level
        : throw new UsageException($"--level '{text}' is none of informational, low, medium, high, critical");
}
