/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-DFT35BUH.js";import"./board-4UHFWEHN.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-PLSPXCZQ.js";import"./board-25JJNHAM.js";import"./board-NYSFQMS3.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
