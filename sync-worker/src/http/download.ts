import type { Logger } from 'pino';
import { csvRow } from './csv.ts';

type Field = string | number | null;

export interface Download<Line> {
  readonly format: 'csv' | 'json';
  /** Of the file, without its ending. */
  readonly name: string;
  readonly pages: AsyncIterable<readonly Line[]>;
  /** The columns of a CSV file, and what a line has there. */
  readonly columns: readonly string[];
  readonly fieldsOf: (line: Line) => readonly Field[];
  readonly log: Pick<Logger, 'error'>;
}

/** A file that is read page by page while it is sent: nobody waits for it, and it is never held whole. */
export const download = <Line>(file: Download<Line>): Response =>
  new Response(streamOf(file.format === 'csv' ? asCsv(file) : asJson(file.pages), file), {
    headers: {
      'Content-Type': file.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}.${file.format}"`,
      'Cache-Control': 'no-store',
    },
  });

async function* asCsv<Line>({ columns, pages, fieldsOf }: Download<Line>): AsyncGenerator<string> {
  yield csvRow(columns);
  for await (const lines of pages) {
    if (lines.length > 0) yield lines.map((line) => csvRow(fieldsOf(line))).join('');
  }
}

async function* asJson(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = '[';
  for await (const lines of pages) {
    for (const line of lines) {
      yield `${before}\n${JSON.stringify(line)}`;
      before = ',';
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** A file that could not be read to its end is cut off, so that nobody takes half of it for all. */
const streamOf = (
  pieces: AsyncGenerator<string>,
  { log, name }: Pick<Download<unknown>, 'log' | 'name'>,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log.error({ event: 'download-cut', file: name, err: error }, 'a file could not be sent whole');
        controller.error(error);
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
};
