using System.Text;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Cli;

public sealed class ReplayStandardInputTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_object_is_read_from_standard_input_gzipped_or_plain(bool gzipped)
    {
        using var folder = new CliFolder();
        var text = Records.File(1, 5);

        var run = folder.Run(gzipped ? Gzip.Of(text) : Encoding.UTF8.GetBytes(text), "replay", "-", "--output", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((1, 5, 5), ((int)run.Json["objects"]!, (int)run.Json["received"]!, (int)run.Json["indexed"]!));
    }

    [Fact]
    public void The_same_input_again_adds_nothing()
    {
        using var folder = new CliFolder();
        var input = Gzip.Of(Records.File(1, 5));
        folder.Run(input, "replay", "-");

        var run = folder.Run(input, "replay", "-", "--output", "json");

        Assert.Equal((0, 0, 5), ((int)run.Json["indexed"]!, (int)run.Json["blocks"]!, (int)run.Json["duplicates"]!));
    }

    [Fact]
    public void Input_and_files_go_into_one_store_and_what_both_hold_is_indexed_once()
    {
        using var folder = new CliFolder();
        var log = folder.Write("log.json", Records.File(3, 5));

        var run = folder.Run(Encoding.UTF8.GetBytes(Records.File(1, 5)), "replay", "-", log, "--output", "json");

        Assert.Equal((2, 10, 7, 3), ((int)run.Json["objects"]!, (int)run.Json["received"]!, (int)run.Json["indexed"]!, (int)run.Json["duplicates"]!));
    }

    [Fact]
    public void Empty_input_is_an_object_without_records()
    {
        using var folder = new CliFolder();

        var run = folder.Run([], "replay", "-", "--output", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((1, 0, 1), ((int)run.Json["objects"]!, (int)run.Json["indexed"]!, (int)run.Json["blocks"]!));
    }
}
