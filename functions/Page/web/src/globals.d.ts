/** Written in by the build, which allows the charts' style element by its hash. */
declare const CHART_CLASS: string;
