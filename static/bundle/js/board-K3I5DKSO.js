/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c,d,e}from"./board-2WFDUJMW.js";import"./board-IPV6WTH6.js";import"./board-SOIRP6DG.js";import"./board-34R2EUSR.js";export{d as HandWatch,e as Hands,c as HandsUp,b as MyHand,a as MySigns};
