import type { DeliveryOverview } from '@twenty-dialer/contract';
import { scaleBand, scaleLinear } from 'd3-scale';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { clockTime } from '../ui/time.ts';
import { dayHours } from './day-hours.ts';

type Hour = DeliveryOverview['hours'][number];

const WIDTH = 288;
const UP = 44;
const DOWN = 24;
const GAP = 3;
const HEIGHT = UP + GAP + DOWN;

/**
 * What arrived in each of the last 24 hours (upwards) and what did not (downwards, on a scale of its own: one failure among
 * thousands is to be seen). Arrows and the pointer give the figures of an hour; the same stand in a table.
 */
export const DayChart = ({ hours: known, now }: { hours: readonly Hour[]; now: number }) => {
  const hours = useMemo(() => dayHours(known, now), [known, now]);
  const [at, setAt] = useState<number | null>(null);
  const chosen = at === null ? null : hours[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at ?? hours.length, hours.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <figure className="day-chart">
      <figcaption className="day-chart__title">
        <h2>What arrived in the last 24 hours?</h2>
        <p className="quiet figures one-line">{chosen ? hourWords(chosen) : sumWords(hours)}</p>
      </figcaption>
      <div
        className="day-chart__picture"
        role="slider"
        tabIndex={0}
        aria-label="Hour"
        aria-valuemin={0}
        aria-valuemax={hours.length - 1}
        aria-valuenow={at ?? hours.length - 1}
        aria-valuetext={chosen ? hourWords(chosen) : sumWords(hours)}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
      >
        <Bars hours={hours} at={at} onHour={setAt} />
      </div>
      <div className="day-chart__axis quiet figures" aria-hidden="true">
        <span>{clockTime(hours[0]?.from ?? '')}</span>
        <span>now</span>
      </div>
      <details className="day-chart__table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Hour from</th>
              <th scope="col">Arrived</th>
              <th scope="col">Failed</th>
            </tr>
          </thead>
          <tbody>
            {[...hours].reverse().map(({ from, delivered, failed }) => (
              <tr key={from}>
                <th scope="row">{clockTime(from)}</th>
                <td>{figure(delivered)}</td>
                <td>{figure(failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};

type BarsProps = { hours: readonly Hour[]; at: number | null; onHour: (index: number) => void };
const Bars = ({ hours, at, onHour }: BarsProps) => {
  const scales = useMemo(() => scalesFor(hours), [hours]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line className="day-chart__line" x1={0} x2={WIDTH} y1={UP + GAP / 2} y2={UP + GAP / 2} />
      {hours.map(({ from, delivered, failed }, index) => {
        const x = scales.x(from) ?? 0;
        const up = scales.up(delivered);
        const down = scales.down(failed);
        return (
          <g key={from} className={at === index ? 'day-chart__hour day-chart__hour--on' : 'day-chart__hour'}>
            <rect
              className="day-chart__place"
              x={x - scales.x.step() * 0.1}
              width={scales.x.step()}
              y={0}
              height={HEIGHT}
              onPointerMove={() => onHour(index)}
            />
            <rect className="day-chart__up" x={x} width={scales.x.bandwidth()} y={UP - up} height={up} />
            <rect className="day-chart__down" x={x} width={scales.x.bandwidth()} y={UP + GAP} height={down} />
          </g>
        );
      })}
    </svg>
  );
};

/** The least that can be seen: one record is not nothing. */
const LEAST = 2;
const scalesFor = (hours: readonly Hour[]) => {
  const x = scaleBand(
    hours.map(({ from }) => from),
    [0, WIDTH],
  ).padding(0.2);
  const height = (most: number, room: number) => {
    const scale = scaleLinear([0, Math.max(1, most)], [0, room]);
    return (count: number) => (count === 0 ? 0 : Math.max(LEAST, scale(count)));
  };
  const up = height(Math.max(...hours.map(({ delivered }) => delivered)), UP);
  const down = height(Math.max(...hours.map(({ failed }) => failed)), DOWN);
  return { x, up, down };
};

const placeAfter = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(count - 1, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

const figure = new Intl.NumberFormat().format;
const hourWords = ({ from, delivered, failed }: Hour): string =>
  `From ${clockTime(from)}: ${figure(delivered)} arrived, ${figure(failed)} failed`;
const sumWords = (hours: readonly Hour[]): string => {
  const sum = (of: 'delivered' | 'failed') => figure(hours.reduce((total, hour) => total + hour[of], 0));
  return `${sum('delivered')} arrived, ${sum('failed')} failed`;
};
