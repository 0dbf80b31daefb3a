/** A figure on both sides; where they are not the same, that stands out, and is said. */
export const BothSides = ({ here, inTwenty }: { here: string; inTwenty: string }) =>
  here === inTwenty ? (
    <td className="figures">
      {here} / {inTwenty}
    </td>
  ) : (
    <td className="figures rec__other">
      {here} / {inTwenty} <span className="for-screen-readers">(not the same)</span>
    </td>
  );
