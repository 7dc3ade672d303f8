using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// `--test` runs every benchmark once, so that one that no longer works is noticed.
var config = args.Contains("--test") ? new DebugInProcessConfig() : null;
BenchmarkSwitcher.FromAssembly(typeof(ContactsApi.Benchmarks.Samples).Assembly).Run([.. args.Except(["--test"])], config);
