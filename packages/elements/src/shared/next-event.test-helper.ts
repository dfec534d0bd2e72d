/** An event class that carries its own name. */
interface EventClass<E extends Event> {
  readonly type: string;
  new (...args: never[]): E;
}

/** Runs `act` and resolves with the first event of that class it causes. */
export function nextEvent<E extends Event>(target: EventTarget, Class: EventClass<E>, act: () => void): Promise<E> {
  return new Promise((resolve, reject) => {
    target.addEventListener(
      Class.type,
      event =>
        event instanceof Class ? resolve(event) : reject(new TypeError(`${Class.type} is not a ${Class.name}`)),
      {once: true},
    );
    act();
  });
}
