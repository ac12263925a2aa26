import { Qr } from './qr.tsx';

export interface QrCard {
  /** Whom the card is for. */
  readonly title: string;
  readonly note: string;
  /** The address inside the code, also printed for typing. */
  readonly text: string;
}

export interface QrSheetsProps {
  /** Stands on every card: it may be found outside of the college. */
  readonly college: string;
  readonly sheets: readonly { readonly title: string; readonly cards: readonly QrCard[] }[];
}

/** Cards with QR codes to cut apart, a new page of paper for each sheet. */
export const QrSheets = ({ college, sheets }: QrSheetsProps) => (
  <>
    {sheets.map(({ title, cards }) => (
      <section class="qr-sheet">
        <h2>{title}</h2>
        <ul class="qr-cards">
          {cards.map((card) => (
            <li class="qr-card">
              <Qr text={card.text} size={132} label={`QR: ${card.title}`} />
              <div>
                <p class="qr-card-title">{card.title}</p>
                <p>{college}</p>
                <p>{card.note}</p>
                <p class="break">{card.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);
