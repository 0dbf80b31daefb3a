import { Component, type ReactNode, Suspense } from 'react';

/** Something the page can do without: where it cannot be fetched, the rest of the page stays as it is. */
export class Dispensable extends Component<{ children: ReactNode }, { isMissing: boolean }> {
  override state = { isMissing: false };
  static getDerivedStateFromError = () => ({ isMissing: true });
  override render() {
    return this.state.isMissing ? null : <Suspense>{this.props.children}</Suspense>;
  }
}
