/** What a customer praised us for, newest first. The attribute `customer` holds the customer's id. */
class PraiseCard extends HTMLElement {
  async connectedCallback() {
    const list = document.createElement('ul');
    this.append(list);
    const customer = encodeURIComponent(this.getAttribute('customer'));
    const answer = await fetch(`/api/v1/praises?customer=${customer}`, {headers: {Accept: 'application/json'}});
    const {items} = answer.ok ? await answer.json() : {items: []};
    list.append(...items.map(praise => {
      const item = document.createElement('li');
      item.textContent = praise.words;
      return item;
    }));
  }
}

customElements.define('praise-card', PraiseCard);
