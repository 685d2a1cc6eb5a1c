/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-5L6U2Z3S.js";import"./board-C4YLLSMV.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-IIZNSKHC.js";import"./board-BHS63AD3.js";import"./board-7DYWCXL2.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
