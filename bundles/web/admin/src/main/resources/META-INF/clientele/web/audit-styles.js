import {css} from '@clientele/ui';

/** The looks of the audit. */
export const auditStyles = css`
  .wanted {
    display: grid;
    grid-template-columns: minmax(140px, 1fr) minmax(180px, 2fr) 150px 150px;
    gap: var(--cl-s3);
    max-width: 860px;
  }
  .when {
    white-space: nowrap;
  }
  @media (max-width: 720px) {
    .wanted {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
