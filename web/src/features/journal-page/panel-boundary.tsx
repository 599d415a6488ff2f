import { Component, type ReactNode } from "react";

interface PanelBoundaryProps {
  /** What stands in the panel's place when it could not be drawn, for example because the network went before it was fetched. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a failure of what is opened beside the journal away from the journal. */
export class PanelBoundary extends Component<PanelBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
