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
  .told {
    display: grid;
    gap: 1px;
    margin: 0;
  }
  .told > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--cl-s2);
    min-width: 0;
  }
  .told dt {
    color: var(--cl-muted);
  }
  .told dd {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .told .told {
    padding-inline-start: var(--cl-s3);
    border-inline-start: 1px solid var(--cl-border);
  }
  del {
    color: var(--cl-muted);
  }
  ins {
    font-weight: 500;
    text-decoration: none;
  }
  :is(del, ins) details {
    display: inline-block;
    vertical-align: top;
  }
  @media (max-width: 720px) {
    .wanted {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
