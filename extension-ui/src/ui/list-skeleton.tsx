type SkeletonProps = {
  /** What is being read, for those who do not see it. */
  words: string;
  isWide: boolean;
  hasAvatars?: boolean;
};

/** The shape of a list to come. */
export const ListSkeleton = ({ words, isWide, hasAvatars = false }: SkeletonProps) => (
  <div role="status" className="h-skeleton">
    <span className="for-screen-readers">{words}</span>
    {Array.from({ length: 8 }, (_, row) => row).map((row) => (
      <div key={row} className={isWide ? 'h-skeleton__row h-skeleton__row--wide' : 'h-skeleton__row'}>
        {hasAvatars ? <div className="skeleton avatar" /> : null}
        <div className="h-skeleton__words">
          <div className="skeleton h-skeleton__line" />
          {isWide ? null : <div className="skeleton h-skeleton__line h-skeleton__line--short" />}
        </div>
      </div>
    ))}
  </div>
);
