/** The interface of links and saved views to the page, and their dependencies. */
import type { Size } from '../graph/scene/geometry.ts';
import type { GraphController } from '../graph/scene/scene.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import type { CameraWatch } from './camera-watch.ts';
import type { ViewOpener, ViewValues } from './open-view.ts';
import type { ViewDrawing } from './saved-views.ts';

export interface Views extends ViewOpener, ViewValues {
  readonly camera: CameraWatch;
  /** Whether the dialog that saves the view is open. */
  readonly isSaving: ValueStore<boolean>;
  /** Opens the view of the URL; then keeps the URL in sync with the state. */
  start(): Promise<void>;
  /** The server's content has changed: Back and Forward fetch it again. */
  forget(): Promise<void>;
  /** Copies a link to the current view; a view that is too long for a link is saved first. */
  copyLink(): Promise<void>;
  /** Copies the link to a saved view. */
  copyLinkTo(id: string): Promise<void>;
  /** The current view in the form of a saved view. */
  draw(): Promise<ViewDrawing>;
}

export interface ViewsNeeds {
  readonly store: ExplorerStore;
  readonly graph: () => GraphController | undefined;
  /** The size of the canvas. */
  readonly size: () => Size | undefined;
  readonly showStart: () => void;
  /** A view was saved: lists of views must be fetched again. */
  readonly onSaved: () => void;
}

export interface CoreNeeds extends ViewsNeeds {
  readonly values: ViewValues;
  readonly camera: CameraWatch;
}
