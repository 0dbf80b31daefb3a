import { exampleReport } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFurtherNote } from '../testing/store-fixtures.ts';
import { furtherNoteBody, noteBody, wordsOf } from './note-of-call.ts';

describe('the words of a note', () => {
  test.each([
    ['words without our facts', 'Theirs.\n- **Mine:** a list', 'Theirs.\n- **Mine:** a list'],
    ['nothing', '', ''],
    ['facts alone', '- **Outcome:** Busy\n- **When:** today\n', ''],
    ['facts alone, no line end', '- **Outcome:** Busy', ''],
    [
      "facts in the way of Twenty's editor",
      '*   **Outcome:** Busy\n    \n*   **When:** x\n\n**Notes**\n\nHi',
      'Hi',
    ],
    [
      'words written among the facts',
      '- **Outcome:** Busy\nShe laughed.\n\n**Notes**\n\nHi',
      'She laughed.\n\n**Notes**\n\nHi',
    ],
    ['words that took the place of ours', '- **Outcome:** Busy\n\nHi', 'Hi'],
    ['words that look like a fact', '- **Outcome:** Busy\n\n**Notes**\n\n- **When:** May', '- **When:** May'],
  ])('%s', (_name, markdown, words) => {
    expect(wordsOf(markdown)).toBe(words);
  });

  test('whatever a rep types is what is read back, to the last space', () => {
    const typed = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.oneof(
          typed,
          typed.map((text) => `\n  ${text}\n`),
        ),
        (note) => {
          expect(wordsOf(noteBody({ ...exampleReport, note }))).toBe(note);
          const further = { ...aFurtherNote(), text: note };
          expect(wordsOf(furtherNoteBody(exampleReport, further))).toBe(note);
        },
      ),
    );
    expect(wordsOf(noteBody({ ...exampleReport, note: ' ' }))).toBe('');
  });
});
