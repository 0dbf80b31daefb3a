import './gate.css';

/** A fault of ours: says what is safe, and gives the one way on. */
export const BrokenPage = () => (
  <main className="gate" role="alert">
    <h1>This page broke</h1>
    <p>Your calls and everything you typed are kept on this computer. Reload the page to go on.</p>
    <button type="button" className="button button--main" onClick={() => window.location.reload()}>
      Reload
    </button>
  </main>
);
