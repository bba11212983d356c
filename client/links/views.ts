/** What links and saved views offer to the page, and what they need of it. */
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
  /** Opens what the address asks for; then the address follows what is shown. */
  start(): Promise<void>;
  /** The server's content has changed: Back and Forward ask anew. */
  forget(): Promise<void>;
  /** Copies a link to what is shown; what is too long for one is saved as a view first. */
  copyLink(): Promise<void>;
  /** Copies the link to a saved view. */
  copyLinkTo(id: string): Promise<void>;
  /** What is shown, as a saved view keeps it. */
  draw(): Promise<ViewDrawing>;
}

export interface ViewsNeeds {
  readonly store: ExplorerStore;
  readonly graph: () => GraphController | undefined;
  /** The size of the canvas. */
  readonly size: () => Size | undefined;
  readonly showStart: () => void;
  /** Views were saved: lists of them are asked for anew. */
  readonly onSaved: () => void;
}

export interface CoreNeeds extends ViewsNeeds {
  readonly values: ViewValues;
  readonly camera: CameraWatch;
}
