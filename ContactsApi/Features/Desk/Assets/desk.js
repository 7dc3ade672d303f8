// Forms work without this.
export {};
