using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ContactsApi.Benchmarks;

// `--test` runs every benchmark once, so that one that no longer works is noticed.
const string test = "--test";
var config = args.Contains(test)
    ? DefaultConfig.Instance.AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.StopOnFirstError)
    : DefaultConfig.Instance;
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run([.. args.Where(arg => arg != test)], config);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
