using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sealtrail.Core.Alerting;
using Spectre.Console;

namespace Sealtrail.Cli.Output;

/// <summary>
/// Where a command writes: results to standard output, all else to standard error. With JSON asked for, standard output
/// carries JSON alone. Text from events is made harmless on the way.
/// </summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 10_000;

    // Control characters stay escaped; only what HTML would mind is left as it is.
    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };
    private static readonly JsonSerializerOptions Indented = new(Lines) { WriteIndented = true };

    private readonly IAnsiConsole _out = Create(Console.Out, Console.IsOutputRedirected);
    private readonly IAnsiConsole _error = Create(Console.Error, Console.IsErrorRedirected);

    public Terminal(bool json) => IsJson = json;

    public bool IsJson { get; }

    public IAnsiConsole Error => _error;

    public bool ShowsProgress => !Console.IsErrorRedirected && !IsJson;

    public void Write(string markup) => _out.MarkupLine(markup);

    public void Write(Spectre.Console.Rendering.IRenderable renderable) => _out.Write(renderable);

    public void Note(string markup) => _error.MarkupLine(markup);

    public static void WriteJson(JsonNode json) => Console.Out.WriteLine(json.ToJsonString(Indented));

    public static void WriteJsonLine(JsonNode json) => Console.Out.WriteLine(json.ToJsonString(Lines));

    /// <summary>Runs work behind a progress bar on standard error, where a person watches; else just runs it.</summary>
    /// <param name="work">Is given a way to tell how much is done, and of how much.</param>
    public async Task<T> WithProgressAsync<T>(string label, Func<Action<long, long>, Task<T>> work, Func<string>? rate = null)
    {
        if (!ShowsProgress)
        {
            return await work((_, _) => { });
        }

        return await _error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(label);
                return await work((done, all) =>
                {
                    task.MaxValue = Math.Max(all, 1);
                    task.Value = done;
                    task.Description = rate is null ? label : $"{label} {rate()}";
                });
            });
    }

    /// <summary>Text of an event, safe to print and free of markup.</summary>
    public static string Safe(string? text) => Markup.Escape(AlertText.Safe(text ?? ""));

    public static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(column);
        }

        return table;
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        if (!redirected)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = WidthWithoutTerminal;
        return plain;
    }
}
