import { randomUUID } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * `bodyV2` as Twenty stores it: of Markdown and blocks, the one that is missing is made from the other; both given
 * are kept as given. The blocks here know headings, bullets and paragraphs only; nothing of ours reads them.
 */
export const completeRichText = (given: JsonObject): JsonObject => {
  const markdown = typeof given.markdown === 'string' && given.markdown !== '' ? given.markdown : null;
  const blocknote = typeof given.blocknote === 'string' && given.blocknote !== '' ? given.blocknote : null;
  if (markdown !== null && blocknote === null)
    return { markdown, blocknote: JSON.stringify(toBlocks(markdown)) };
  if (markdown === null && blocknote !== null) return { markdown: toMarkdown(blocknote), blocknote };
  return { markdown, blocknote };
};

const toBlocks = (markdown: string): JsonObject[] =>
  markdown
    .split(/\n{2,}|\n(?=[-*#] )/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const heading = /^(#{1,6}) (.*)$/s.exec(paragraph);
      if (heading !== null) {
        return block('heading', heading[2] ?? '', { level: (heading[1] ?? '#').length, isToggleable: false });
      }
      const bullet = /^[-*] (.*)$/s.exec(paragraph);
      return bullet !== null ? block('bulletListItem', bullet[1] ?? '') : block('paragraph', paragraph);
    });

const block = (type: string, text: string, props: JsonObject = {}): JsonObject => ({
  id: randomUUID(),
  type,
  props: { backgroundColor: 'default', textColor: 'default', textAlignment: 'left', ...props },
  content: [{ type: 'text', text, styles: {} }],
  children: [],
});

const toMarkdown = (blocknote: string): string | null => {
  try {
    const blocks: Json = JSON.parse(blocknote);
    return Array.isArray(blocks) ? `${blocks.map(textOfBlock).join('\n\n')}\n` : null;
  } catch {
    return null;
  }
};

const textOfBlock = (one: Json): string => {
  if (!isJsonObject(one) || !Array.isArray(one.content)) return '';
  return one.content
    .map((part) => {
      if (!isJsonObject(part) || typeof part.text !== 'string') return '';
      return isJsonObject(part.styles) && part.styles.bold === true ? `**${part.text}**` : part.text;
    })
    .join('');
};
