type Stop = () => Promise<void> | void;

/** What has been started and how to end it, last first. */
export class Shutdown {
  #stops: Stop[] = [];
  #ending: Promise<void> | undefined;

  get begun(): boolean {
    return this.#ending !== undefined;
  }

  /** Remembers how to end a thing; the answer forgets it again. */
  add(stop: Stop): () => void {
    this.#stops.push(stop);
    return () => {
      this.#stops = this.#stops.filter((known) => known !== stop);
    };
  }

  /** Ends everything in turn. Asked again (npm and the terminal both pass Ctrl+C on) it waits for the first. */
  stopAll(): Promise<void> {
    this.#ending ??= this.#stopInTurn();
    return this.#ending;
  }

  async #stopInTurn(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}
