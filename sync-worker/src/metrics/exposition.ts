/** One figure, as Prometheus reads it: a name, what it means, and a value for each set of labels. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  /** A counter only grows, from the start of the process on; a gauge is what is now. */
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export const EXPOSITION_MEDIA_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Metrics in Prometheus' text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details).
 * @throws RangeError for what the format cannot hold: a bad name, a name twice, the same labels twice.
 */
export const exposition = (metrics: readonly Metric[]): string => {
  refuseTwice(metrics.map(({ name }) => name));
  return metrics.map(ofMetric).join('');
};

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;

const ofMetric = ({ name, help, type, samples }: Metric): string => {
  refuseUnlike(METRIC_NAME, name);
  const series = samples.map(({ labels }) => `${name}${ofLabels(labels ?? {})}`);
  refuseTwice(series);
  const lines = samples.map(({ value }, index) => `${series[index]} ${ofValue(value)}\n`);
  return `# HELP ${name} ${ofHelp(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
};

/** In the order of their names, so that the same labels are the same text. */
const ofLabels = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [label] of pairs) refuseUnlike(LABEL_NAME, label);
  if (pairs.length === 0) return '';
  return `{${pairs.map(([label, value]) => `${label}="${ofLabelValue(value)}"`).join(',')}}`;
};

const ofHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const ofLabelValue = (text: string): string => ofHelp(text).replaceAll('"', '\\"');

const ofValue = (value: number): string => {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
};

const refuseUnlike = (form: RegExp, name: string): void => {
  if (!form.test(name)) throw new RangeError(`"${name}" is no name of a metric or a label.`);
};

const refuseTwice = (names: readonly string[]): void => {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`${twice} is there twice.`);
};
