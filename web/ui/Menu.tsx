/** A button that opens a short list of things to do: `<Menu label="…" items={[{id, name}]} onChoose={…}/>`. */
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ButtonKind } from './Button.tsx';
import './Button.css';
import './Menu.css';

interface MenuChoice {
  readonly id: string;
  readonly name: string;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuChoice[];
  readonly onChoose: (id: string) => void;
  readonly kind?: ButtonKind;
}

export function Menu({ label, items, onChoose, kind = 'quiet' }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className="button" data-kind={kind}>
        {label}
        <span aria-hidden="true" className="menu-sign">
          ▾
        </span>
      </Button>
      <Popover className="menu-place">
        <AriaMenu className="menu" items={items} onAction={(id) => onChoose(String(id))}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.name} className="menu-item">
              {item.name}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
