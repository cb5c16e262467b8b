using System.Globalization;
using Sealtrail.Benchmarks;

// Trails made from a seed, and the pipeline measured on them stage by stage. See README.md.
switch (args)
{
    case ["generate", var folder, var files, var seed]:
        TrailGenerator.Write(folder, int.Parse(files, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["generate-large", var file, var megabytes, var seed]:
        TrailGenerator.WriteLarge(file, int.Parse(megabytes, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["stages", var folder]:
        await StageLadder.RunAsync(folder, only: null);
        return 0;
    case ["stages", var folder, var only]:
        await StageLadder.RunAsync(folder, only);
        return 0;
    default:
        Console.Error.WriteLine("usage: generate FOLDER FILES SEED | generate-large FILE MEGABYTES SEED | stages FOLDER [STAGE]");
        return 2;
}
