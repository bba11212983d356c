import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from '../../ui/IconButton.tsx';
import { COMMON } from '../../words/messages/common.ts';
import { useMessages } from '../../ui/use-messages.ts';

interface ViewDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small dialog with a title and a close button. */
export function ViewDialog({ title, onClose, children }: ViewDialogProps) {
  const common = useMessages(COMMON);
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog is-small">
        <Dialog>
          <div className="dialog-top">
            <Heading slot="title" dir="auto">
              {title}
            </Heading>
            <IconButton label={common('close')} keys="Escape" onPress={onClose}>
              <X />
            </IconButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
