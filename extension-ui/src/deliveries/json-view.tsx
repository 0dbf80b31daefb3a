/** A value as Twenty speaks it, laid out to be read; long ones open on demand. */
export const JsonView = ({ title, value }: { title: string; value: unknown }) => {
  const text = JSON.stringify(value, null, 2);
  if (value === null || text === undefined) return null;
  return (
    <details className="json">
      <summary>
        {title} <span className="quiet figures">{sizeWords(text)}</span>
      </summary>
      <pre>{text}</pre>
    </details>
  );
};

const sizeWords = (text: string): string => {
  const lines = text.split('\n').length;
  return lines === 1 ? '1 line' : `${new Intl.NumberFormat().format(lines)} lines`;
};
